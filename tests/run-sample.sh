#!/usr/bin/env bash
# usage: run-sample.sh FOLDER
#
# Runs the bash sample's runbook to its end in every language and asks for the page that it serves.
# FOLDER is what `build` wrote for the article: FOLDER/<locale>/<id>.sh. Needs root, nginx, openssl
# and curl. Everything happens in namespaces of its own: nothing of this machine is changed.
set -euo pipefail
# Root has these folders on its path after a login; a shell got by other means may not.
export PATH="$PATH:/usr/sbin:/sbin"
name=web.corp.example
folder=$(cd "$1" && pwd)

fail() {
    printf 'run-sample: %s\n' "$*" >&2
    exit 1
}

# One language, inside the namespaces: copies of what is written stand over the originals.
inside() {
    local script=$1 work part flag code remove
    work=$(mktemp -d)
    mount -t tmpfs none "$work"
    for part in /etc/nginx /etc/ssl /var/log/nginx /var/lib/nginx; do
        mkdir -p "$work$part" "$part"
        cp -a "$part/." "$work$part/"
        mount --bind "$work$part" "$part"
    done
    mount -t tmpfs none /run
    ! command -v ip >/dev/null || ip link set lo up
    cd "$work"

    flag=$(bash "$script" --help | awk '$2 == "VALUE" { print $1 }')
    bash "$script" --goal main --dry-run >dry.txt || fail "$script: the dry run failed"
    [[ ! -e /etc/ssl/intranet-ca ]] || fail "$script: the dry run did something"
    code=0
    bash "$script" --goal main --yes </dev/null >none.txt 2>&1 || code=$?
    [[ $code == 4 ]] || fail "$script: without a value the exit code is $code"
    bash "$script" --goal main --yes --resume "$flag" "$name" </dev/null >run.txt 2>&1 || {
        cat run.txt
        fail "$script: exit code $?"
    }
    page=$(curl --silent --show-error --fail --cacert /etc/ssl/intranet-ca/ca.crt \
        --resolve "$name:8443:127.0.0.1" "https://$name:8443/")
    [[ $page == 'The intranet is up.' ]] || fail "$script: the page says $page"
    bash "$script" --goal main --yes "$flag" "$name" </dev/null >again.txt 2>&1 || {
        cat again.txt
        fail "$script: a second run failed"
    }

    # What removes something needs a word of its own, and then the site is gone.
    code=0
    bash "$script" --goal remove --yes </dev/null >remove.txt 2>&1 || code=$?
    [[ $code == 4 ]] || fail "$script: --yes was enough to remove (exit code $code)"
    remove=$(sed -n 's/.*: \([0-9a-f]\{12\}\)$/\1/p' remove.txt | head -n 1)
    [[ -n $remove ]] || remove=$(grep -o '[0-9a-f]\{12\}' remove.txt | tail -n 1)
    bash "$script" --goal remove --yes --resume --answer "$remove=yes" </dev/null >gone.txt 2>&1 || {
        cat gone.txt
        fail "$script: the goal remove failed"
    }
    [[ ! -e /etc/nginx/sites-enabled/intranet.conf ]] || fail "$script: the site is still linked"
    nginx -s quit
}

if [[ ${2-} == --inside ]]; then
    inside "$3"
    exit 0
fi
scripts=("$folder"/*/*.sh)
[[ -f ${scripts[0]} ]] || fail "no runbooks in $folder"
# Without `ip` the loopback of a network of its own stays down: then the machine's is used.
network=()
! command -v ip >/dev/null || network=(--net)
for script in "${scripts[@]}"; do
    unshare --mount "${network[@]}" --pid --fork --kill-child --mount-proc \
        bash "${BASH_SOURCE[0]}" "$folder" --inside "$script"
    printf 'ran to its end: %s\n' "${script#"$folder"/}"
done
