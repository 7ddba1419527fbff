#!/bin/sh
# Builds the program as it is installed: an image with its own Java runtime, and the system's package of it.
# Leaves both in target/package. Takes no arguments; see installer/README.md.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
work=$PWD/target/package
jvm='--enable-native-access=ALL-UNNAMED -Xlog:aot=off -Xlog:cds=off'

say() { printf 'package.sh: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- what is needed ------------------------------------------------------------------------------------------

# A JDK 25 or later with jpackage: JAVA_HOME first, then where systems install them, as the build looks for it.
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
  if [ "${release:-0}" -ge 25 ] && [ -x "$home/bin/jpackage" ]; then jdk=$home; break; fi
done
[ -n "${jdk:-}" ] || fail "no JDK 25 with jpackage in JAVA_HOME or /usr/lib/jvm: install one, such as temurin-25-jdk"
command -v mvn >/dev/null || fail "mvn is missing: install maven"
case $(uname -s) in
  Linux)
    for tool in dpkg-deb fakeroot; do
      command -v "$tool" >/dev/null || fail "$tool is missing: install the Debian package ${tool%-deb}"
    done ;;
  *) fail "packages are built on Linux so far: see installer/README.md for $(uname -s)" ;;
esac

# --- the runtime: the modules that jdeps finds in use --------------------------------------------------------

say "building whence.jar"
mvn -q -B -DskipTests package
rm -rf "$work"
mkdir -p "$work/input"
cp target/whence.jar "$work/input/"
cp -r target/lib "$work/input/lib"

modules=$("$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
  "$work/input/whence.jar" "$work"/input/lib/*.jar)
# jdk.charsets is found as a service, which jdeps does not see: mail comes in ISO-2022-JP, Big5, windows-1255 ...
modules=$modules,jdk.charsets
say "runtime of $modules"
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$work/runtime"

# --- the image: two launchers --------------------------------------------------------------------------------

"$jdk/bin/jpackage" --type app-image --name whence --app-version "$version" --dest "$work" \
  --description "Tells where a suspicious mail really came from, and proves it" --vendor Whence \
  --input "$work/input" --main-jar whence.jar --main-class org.whence.Whence \
  --runtime-image "$work/runtime" --icon assets/icon.png --java-options "$jvm" \
  --add-launcher whence-window=installer/window.properties
image=$work/whence
app=$image/lib/app
