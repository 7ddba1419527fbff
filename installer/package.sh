#!/bin/sh
# Builds the program as it is installed: an image with its own Java runtime, and the system's package of it.
# Leaves both in target/package. Takes no arguments; see installer/README.md.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
work=$PWD/target/package
jvm='--enable-native-access=ALL-UNNAMED'

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
mvn -q -B -Dmaven.test.skip=true package
rm -rf "$work"
mkdir -p "$work/input"
cp target/whence.jar "$work/input/"
cp -r target/lib "$work/input/lib"
# JavaFX looks for its native libraries beside its jars, before it unpacks them into the home directory; and jpackage
# sees which packages they need.
(cd "$work/input/lib"
  for jar in javafx-*.jar; do
    "$jdk/bin/jar" --list --file "$jar" | grep '^[^/]*\.so$' | xargs -r "$jdk/bin/jar" --extract --file "$jar"
  done)

# The command line's library is compiled for Java 5, which no AOT cache keeps: a fifth of a start.
for jar in "$work"/input/lib/picocli-*.jar; do
  "$jdk/bin/java" installer/Reframe.java "$jar" "$work/reframed.jar" || fail "Reframe.java does not read $jar"
  mv "$work/reframed.jar" "$jar"
done

# On the class path, as the program runs: some libraries name modules that never come with them.
modules=$("$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
  --class-path "$(printf '%s:' "$work"/input/lib/*.jar)" "$work/input/whence.jar") || fail "jdeps: $modules"
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
for name in whence whence-window; do
  cp installer/linux/launcher "$image/bin/$name"
done
rm "$image/lib/libapplauncher.so" "$app"/*.cfg

# --- the AOT cache (JEP 514): classes as they stand after a training run, loaded and linked ----------------------

# CACHE OPTIONS ARGUMENT... : runs what a launcher starts, and keeps what was learnt in an AOT cache. A cache fits one collector.
train() {
  name=$1
  options=$2
  shift 2
  say "training $name"
  # The exit status is that of the verdicts in the sample case. The options are split at blanks.
  # shellcheck disable=SC2086
  "$image/lib/runtime/bin/java" $jvm $options "-XX:AOTCacheOutput=$app/$name.aot" -jar "$app/whence.jar" "$@" \
    >"$work/$name.log" 2>&1 || true
  [ -s "$app/$name.aot" ] || { cat "$work/$name.log" >&2; fail "no AOT cache came of running $name $*"; }
}
first_frame='-Dglass.platform=Headless -Dprism.order=sw -Dwhence.exit.after.first.frame=true'
commands='-XX:+UseSerialGC'
train whence "$commands" check assets/sample/case.eml --replay assets/sample/case.dns.jsonl
# Often enough that the first compiler knows what is hot, and of mails that differ: what no training met is made anew in each run.
seq 120 | while read -r _; do
  printf '{"check":"%s","file":"assets/sample/case.eml"}\n' message hops
  for mail in installer/training/*.eml; do
    printf "{\"check\":\"%s\",\"file\":\"$mail\",\"zone\":\"installer/training/signed.zone\"}\\n" message hops
  done
done >"$work/batch.jsonl"
train whence-batch "$commands" batch --replay assets/sample/case.dns.jsonl <"$work/batch.jsonl"
train whence-window "$first_frame"

# --- does it run? ------------------------------------------------------------------------------------------------

# OPTIONS COMMAND... : must end with 0, use its AOT cache, and say nothing on standard error.
run() {
  options=$1
  shift
  JAVA_TOOL_OPTIONS="-XX:AOTMode=on $options" "$@" >"$work/out" 2>"$work/err" ||
    fail "exit status $? of: $*: $(cat "$work/err")"
  sed -i '/^Picked up JAVA_TOOL_OPTIONS/d' "$work/err"
  [ ! -s "$work/err" ] || fail "on standard error of $*: $(cat "$work/err")"
}
verify() {
  say "running $1"
  run '' "$1/bin/whence" --version
  [ "$(cat "$work/out")" = "whence $version" ] || fail "--version says: $(cat "$work/out")"
  run '' env -u DISPLAY -u WAYLAND_DISPLAY "$1/bin/whence" demo
  grep -q 203.0.113.77 "$work/out" || fail "demo does not print the sample case"
  run '' "$1/bin/whence" batch --replay assets/sample/case.dns.jsonl <"$work/batch.jsonl"
  [ "$(grep -c 203.0.113.77 "$work/out")" = 240 ] || fail "batch does not read the sample case"
  [ "$(grep -c '"dkim":{"result":"pass"' "$work/out")" = 120 ] || fail "batch does not check signatures"
  run "$first_frame" "$1/bin/whence-window"
}
verify "$image"

# --- the package -------------------------------------------------------------------------------------------------

say "making the package"
DPKG_DEB_COMPRESSOR_TYPE=none "$jdk/bin/jpackage" --type deb --name whence --app-version "$version" --app-image "$image" \
  --description "Tells where a suspicious mail really came from, and proves it" --vendor Whence --dest "$work/deb" \
  --linux-app-category mail --install-dir /opt
# The rest is files and nothing else. Left to jpackage, a menu entry is made by a script when the package is
# installed, which fails on a machine without a desktop; and no command comes into the path.
# shellcheck disable=SC2016
fakeroot sh -eu -c '
  root=$1/root
  share=$root/usr/share
  dpkg-deb -R "$1"/*.deb "$root"
  # jpackage copies with the time of now, and an AOT cache fits jars of the time that it was made with.
  (cd "$3" && find lib/app -name "*.jar") | while read -r jar; do touch -r "$3/$jar" "$root/opt/whence/$jar"; done
  mkdir -p "$root/usr/bin"
  ln -s /opt/whence/bin/whence "$root/usr/bin/whence"
  install -D -m 644 installer/linux/whence.desktop "$share/applications/whence.desktop"
  install -D -m 644 installer/linux/whence-mime.xml "$share/mime/packages/whence.xml"
  install -D -m 644 assets/icon.png "$share/icons/hicolor/512x512/apps/whence.png"
  install -D -m 644 assets/icon.svg "$share/icons/hicolor/scalable/apps/whence.svg"
  dpkg-deb -b "$root" "$2"' - "$work/deb" "$work" "$image"
deb=$(ls "$work"/*.deb)
rm -r "$work/deb" "$work/input" "$work/runtime"

dpkg-deb -x "$deb" "$work/unpacked"
verify "$work/unpacked/opt/whence"
rm -r "$work/unpacked"
say "made $image and $deb"
