#!/usr/bin/env bash
# Runs XRootD's declared command on its declared files, port and host names, in user, network and mount namespaces of its
# own: nothing of it is reached from outside. Then sends the requests, and prints name and status of each.
# $1: a folder with area/, files/, issuer/ (what the issuer serves), issuer.crt, issuer.key, ca.crt, requests; the rest is
# the command.
set -euo pipefail
dir=$1
shift
ip link set lo up
mount -t tmpfs none /srv
mkdir /srv/area /srv/xrootd-door
mount --bind "$dir/area" /srv/area
mount --bind "$dir/files" /srv/xrootd-door
mount -t tmpfs none /run
mkdir -m 0777 /run/xrootd-door
{ cat /etc/hosts; echo "127.0.0.1 tokens.example.org"; } >"$dir/hosts"
mount --bind "$dir/hosts" /etc/hosts
mount --bind "$dir/ca.crt" /etc/ssl/certs/ca-certificates.crt

python3 - "$dir" >"$dir/issuer.log" 2>&1 <<'ISSUER' &
import functools, http.server, ssl, sys
folder = sys.argv[1]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder + "/issuer")
server = http.server.ThreadingHTTPServer(("127.0.0.1", 443), handler)
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(folder + "/issuer.crt", folder + "/issuer.key")
server.socket = tls.wrap_socket(server.socket, server_side=True)
server.serve_forever()
ISSUER
issuer=$!
# It refuses to run as root; in a further user namespace nobody is root.
unshare --user "$@" >"$dir/xrootd.log" 2>&1 &
server=$!
trap 'kill $issuer $server; wait' EXIT

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for port in 443 8080; do
  until answers $port; do
    kill -0 $issuer $server
    sleep 0.1
  done
done
while IFS='|' read -r name method path token body; do
  words=(--silent --show-error --output "$dir/answer-$name" --write-out "$name %{http_code}\n" --request "$method")
  [ -z "$token" ] || words+=(--header "Authorization: Bearer $(cat "$dir/$token")")
  [ -z "$body" ] || words+=(--data-binary "@$dir/$body")
  [ "$method" != PROPFIND ] || words+=(--header "Depth: 1")
  curl "${words[@]}" "http://127.0.0.1:8080$path"
done <"$dir/requests"
