# Sourced: apt_install "why" package... installs with apt-get as root or through sudo, saying so.
apt_install() {
  local why="$1" as=()
  shift
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "Needed: $why. Please run, as root: apt-get install $*" >&2; return 1; }
    as=(sudo)
  fi
  command -v apt-get >/dev/null || {
    echo "Needed: $why. There is no apt-get here; please install: $*" >&2; return 1; }
  echo "Installing $* with apt-get: $why"
  "${as[@]}" apt-get update -qq
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
