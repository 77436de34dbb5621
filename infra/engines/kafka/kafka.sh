#!/usr/bin/env bash
# A real Apache Kafka (KRaft) as ordinary Linux processes: no containers, nothing system-wide, loopback only.
#   ./kafka.sh fetch | start | stop | kill | status      (kill is the crash that fault tests ask for)
#   ./kafka.sh perf TOPIC RECORDS BYTES                 Kafka’s own load tool, acknowledged by all copies
#   DIR=./.kafka   state: node-N/{server.properties,data,broker.log,pid}; delete it for an empty cluster
#   PORT=9092      node N listens on PORT+10(N-1), its controller one above that
#   NODES=1        1, or 3 (replication 3, min.insync.replicas 2)
#   ONLY=          kill this node only, and print its pid (not NODE: npm sets that)
#   HEAP=512m      per node
#   PROXY_PORT=    adds a second listener at node port +2 that tells clients to come back to PROXY_PORT+10(N-1).
#                  Kafka clients reconnect to the *advertised* address, so a fault proxy without this is bypassed.
#   EXTRA=         more broker properties, one per line; they win
#   JAVA=java      Java 17 or newer (19 or newer starts twice as fast)     JVM_OPTS=    more JVM flags
# `start` brings up whatever node is down, so it also repairs a cluster after a kill -9, and prints the bootstrap list.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
VERSION=${KAFKA_VERSION:-$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$HERE/pom.xml")}
CACHE=${KAFKA_CACHE:-$HOME/.cache/gongwen-engines/kafka-$VERSION}
DIR=$(realpath -m "${DIR:-.kafka}") PORT=${PORT:-9092} NODES=${NODES:-1} HEAP=${HEAP:-512m} WAIT=${WAIT:-90}
JAVA=${JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}
CLUSTER_ID=Z29uZ3dlbi1rYWZrYS0wMQ # fixed, so that nodes formatted one by one agree on it
ALL=$(seq 1 "$NODES")

port() { echo $((PORT + 10 * ($1 - 1))); }
client() { echo "127.0.0.1:$(port "$1")"; }
voter() { echo "$1@127.0.0.1:$(($(port "$1") + 1))"; }
list() { local n; for n in $ALL; do "$1" "$n"; done | paste -sd, -; }
pid() { cat "$DIR/node-$1/pid"; }
# A recycled pid must not pass for our broker, hence the look at its command line.
alive() { [ -f "$DIR/node-$1/pid" ] && ps -p "$(pid "$1")" -o args= | grep -qF "$DIR/node-$1/"; }

# An open port is not a ready broker. Ask for metadata (api 3, v0, every topic) and read how many brokers node $1
# sees, bytes 8-11 of the reply: only registered, unfenced brokers count, and no JVM has to start for it.
seen() {
  { exec 3<>"/dev/tcp/127.0.0.1/$(port "$1")"; } 2>/dev/null || { echo 0; return; }
  { printf '\0\0\0\x0e\0\x03\0\0\0\0\0\x01\xff\xff\0\0\0\0' >&3; } 2>/dev/null || true
  timeout 2 head -c 12 <&3 2>/dev/null | od -An -tu1 | awk '{ n = $12 } END { print n + 0 }'
  exec 3>&-
}

fetch() {
  [ ! -d "$CACHE/jars" ] || return 0
  mkdir -p "$CACHE"
  local tmp; tmp=$(mktemp -d "$CACHE/fetch.XXXXXX") # renamed when complete: half a download never passes for a cache
  mvn -q -B -f "$HERE/pom.xml" dependency:copy-dependencies -Dkafka.version="$VERSION" -DoutputDirectory="$tmp" >&2
  mv -T "$tmp" "$CACHE/jars" 2>/dev/null || rm -rf "$tmp" # another fetch was faster
}

properties() { # of node $1
  local p rf=1 isr=1 proxied='' advertised='' sync=log.flush.interval.messages=1 # one copy: acknowledged means on disk
  p=$(port "$1")
  if [ "$NODES" -ge 3 ]; then rf=3 isr=2 sync=; fi # three copies stand in for the fsync
  if [ -n "${PROXY_PORT:-}" ]; then
    proxied=,PROXIED://127.0.0.1:$((p + 2)) advertised=,PROXIED://127.0.0.1:$((PROXY_PORT + p - PORT))
  fi
  cat "$HERE/broker.properties"
  printf '%s\n' "node.id=$1" "controller.quorum.voters=$(list voter)" "log.dirs=$DIR/node-$1/data" \
    "listeners=PLAINTEXT://127.0.0.1:$p,CONTROLLER://127.0.0.1:$((p + 1))$proxied" \
    "advertised.listeners=PLAINTEXT://127.0.0.1:$p$advertised" $sync \
    "default.replication.factor=$rf" "min.insync.replicas=$isr" \
    {offsets.topic,transaction.state.log,share.coordinator.state.topic}.replication.factor="$rf" \
    {transaction.state.log,share.coordinator.state.topic}.min.isr="$isr" "${EXTRA:-}"
}

# The class archive, written at the first clean stop by Java 19 and newer, halves the start; Java 17 ignores it.
run_java() {
  exec "$JAVA" -XX:+IgnoreUnrecognizedVMOptions -XX:SharedArchiveFile="$CACHE/classes.jsa" -cp "$CACHE/jars/*" \
    -Dlog4j2.configurationFile="$HERE/log4j2.properties" "$@"
}

start() {
  fetch
  local n home deadline=$((SECONDS + WAIT))
  for n in $ALL; do
    ! alive "$n" || continue
    [ "$(seen "$n")" = 0 ] || { echo "port $(port "$n") belongs to another broker" >&2; exit 1; }
    home=$DIR/node-$n; mkdir -p "$home"; properties "$n" >"$home/server.properties"
    [ -f "$home/data/meta.properties" ] ||
      (run_java kafka.tools.StorageTool format -t "$CLUSTER_ID" -c "$home/server.properties") >"$home/format.log" 2>&1 ||
      { cat "$home/format.log" >&2; exit 1; }
    # shellcheck disable=SC2086  # JVM_OPTS is a list of words
    (trap '' HUP; run_java -XX:+AutoCreateSharedArchive -Xms"$HEAP" -Xmx"$HEAP" -XX:+UseG1GC -XX:MaxGCPauseMillis=20 \
      ${JVM_OPTS:-} kafka.Kafka "$home/server.properties") >>"$home/broker.log" 2>&1 </dev/null &
    echo $! >"$home/pid"
  done
  for n in $ALL; do
    until [ "$(seen "$n")" -ge "$NODES" ]; do
      alive "$n" && [ $SECONDS -lt $deadline ] || { tail -n 20 "$DIR/node-$n/broker.log" >&2; exit 1; }
      sleep 0.1
    done
  done
  list client
}

stop() {
  local n i
  for n in $ALL; do ! alive "$n" || kill "$(pid "$n")"; done
  # A node that has lost its quorum cannot hand over its partitions and would wait for minutes. Killing it is safe:
  # a broker recovers its log on start.
  for n in $ALL; do
    for ((i = 0; i < 150; i++)); do alive "$n" || break; sleep 0.1; done
    ! alive "$n" || kill -9 "$(pid "$n")"
    rm -f "$DIR/node-$n/pid"
  done
}

kill_nodes() {
  local n
  for n in ${ONLY:-$ALL}; do
    ! alive "$n" || { kill -9 "$(pid "$n")"; pid "$n"; }
    while alive "$n"; do sleep 0.05; done
    rm -f "$DIR/node-$n/pid"
  done
}

status() {
  local n rc=0
  for n in $ALL; do
    if alive "$n"; then echo "node $n: pid $(pid "$n"), $(client "$n"), sees $(seen "$n") of $NODES brokers"
    else echo "node $n: down"; rc=1; fi
  done
  return $rc
}

perf() { # topic, records, bytes
  run_java org.apache.kafka.tools.ProducerPerformance --topic "$1" --num-records "$2" --record-size "$3" \
    --throughput -1 --producer-props "bootstrap.servers=$(list client)" acks=all
}

case ${1:-} in
  perf) shift; perf "$@" ;;
  fetch | start | stop | status) "$1" ;;
  kill) kill_nodes ;;
  *) sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
