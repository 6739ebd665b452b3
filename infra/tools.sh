# Shared by run.sh and test.sh: what the guide needs on a machine, and how to get it.

need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "Please install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 1
  fi
}

# need_packages program:package … : installs Debian packages for missing programs when root, else names them.
need_packages() {
  local missing=()
  for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}") >/dev/null || {
      echo "Could not install ${missing[*]}; the guide works without, but has less to offer." >&2
    }
  else
    echo "For the whole guide install: sudo apt-get install ${missing[*]}" >&2
  fi
}
