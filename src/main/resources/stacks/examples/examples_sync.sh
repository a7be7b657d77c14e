#!/bin/sh
# Brings each collaboration's examples to the declared commit. FOLDER/<name>/notebooks is a link to the folder of the
# commit beside it: it changes in one step, for servers that run as well. What is there already is not fetched again.
#
# Usage: examples_sync.sh FOLDER < LIST, one line each of name, repository, commit.
# Exit codes: 0 all are there; 1 at least one could not be brought, and what was there before is there still.
set -u
folder=$1

fetch() {
  rm -rf "$new" &&
    git init -q "$new" &&
    git -C "$new" fetch -q --depth 1 --no-tags "$repository" "$commit" &&
    # A server may answer with anything; git itself holds the files against the commit.
    [ "$(git -C "$new" rev-parse FETCH_HEAD)" = "$commit" ] &&
    git -C "$new" checkout -q --detach FETCH_HEAD &&
    rm -rf "$new/.git" &&
    chmod -R a+rX "$new"
}

show() {
  rm -rf "$place/.$commit" &&
    mv "$new" "$place/.$commit" &&
    ln -s ".$commit" "$place/.link" &&
    mv -fT "$place/.link" "$place/notebooks"
}

without_older() {
  for older in "$place"/.[0-9a-f]*; do
    [ "$older" = "$place/.$commit" ] || rm -rf "$older"
  done
}

failed=0
while read -r name repository commit; do
  place=$folder/$name
  new=$place/.new
  if [ "$(readlink "$place/notebooks")" = ".$commit" ]; then
    echo "$name: $commit is there"
  elif mkdir -p "$place" && rm -f "$place/.link" && fetch && show; then
    without_older
    echo "$name: brought $commit of $repository"
  else
    rm -rf "$new"
    echo "$name: could not bring $commit of $repository" >&2
    failed=1
  fi
done
exit $failed
