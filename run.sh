#!/usr/bin/env bash
# Starts the guide: installs what is missing where it can, else says in one line what to install. Opens http://localhost:5080.
set -euo pipefail
cd "$(dirname "$0")"
. ./infra/tools.sh
need_dotnet
need_packages espeak-ng:espeak-ng ffmpeg:ffmpeg node:nodejs npm:npm
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dll=src/HeritageGuide.Web/bin/Release/net10.0/HeritageGuide.Web.dll
if [ ! -f "$dll" ] || [ -n "$(find src Directory.*.props -newer "$dll" \( -name '*.cs' -o -name '*.razor' -o -name '*.csproj' -o -name '*.props' -o -name '*.json' \) -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -print -quit)" ]; then
  echo "Building (once; about a minute) …"
  dotnet build src/HeritageGuide.Web -c Release -v quiet -clp:ErrorsOnly
  [ -f src/HeritageGuide.Web/wwwroot/build/qr.js ] || echo "npm is missing or has no network: iPhones cannot scan within the page (their camera app can)"
fi
runtime=src/HeritageGuide.OnnxRuntime
if [[ "${HERITAGE_EMBEDDER:-}" == onnx:* && -z "${HERITAGE_ONNXRUNTIME:-}" && ! $runtime/bin/Release/net10.0/HeritageGuide.OnnxRuntime.dll -nt "$dll" ]]; then
  echo "Building ONNX Runtime (once; downloads 160 MB) …"
  dotnet build $runtime -c Release -v quiet -clp:ErrorsOnly && touch $runtime/bin/Release/net10.0/HeritageGuide.OnnxRuntime.dll
fi
echo "The guide opens at ${ASPNETCORE_URLS:-http://localhost:5080} (data in ${HERITAGE_DATA:-./data}; Ctrl+C stops it)"
exec env Logging__LogLevel__Default="${LOG_LEVEL:-Warning}" Logging__LogLevel__HeritageGuide=Information \
  dotnet "$dll" --contentRoot "$PWD/src/HeritageGuide.Web"
