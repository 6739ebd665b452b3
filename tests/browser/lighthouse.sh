#!/usr/bin/env bash
# Lighthouse (mobile) on the pages that visitors meet first: needs node, npm and Chromium; Lighthouse is kept outside the repository.
# Usage: tests/browser/lighthouse.sh [address of a running guide]
set -euo pipefail
base=${1:-http://localhost:5080}
tools=${LIGHTHOUSE_HOME:-/tmp/heritage-lighthouse}
[ -x "$tools/node_modules/.bin/lighthouse" ] || npm install --prefix "$tools" --no-audit --no-fund --loglevel=error lighthouse@12.8.2
export CHROME_PATH=${CHROME_PATH:-$(command -v chromium)}
stop=$(curl -sf "$base/api/v1/dossiers/tam-vu?lang=vi" | grep -o '"slug":"[^"]*"' | head -1 | cut -d'"' -f4)
printf '%-45s %s\n' page 'performance accessibility best-practices seo'
for path in /vi/ "/vi/stops/$stop" /vi/dossiers/tam-vu /vi/ask /en/ "/ko/stops/$stop" "/km/stops/$stop"; do
  for _ in 1 2 3; do "$tools/node_modules/.bin/lighthouse" "$base$path" --quiet --output=json --output-path="$tools/report.json" \
    --only-categories=performance,accessibility,best-practices,seo --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update" && break; done
  node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));const s=c=>Math.round(r.categories[c].score*100);
    console.log(process.argv[2].padEnd(45),["performance","accessibility","best-practices","seo"].map(s).join(" "));
    for(const a of Object.values(r.audits))if(a.score!==null&&a.score<0.9&&["binary","numeric","metricSavings"].includes(a.scoreDisplayMode))console.log("   ",a.id,a.displayValue??"")' "$tools/report.json" "$path"
done
