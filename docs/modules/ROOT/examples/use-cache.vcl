vcl 4.1;

import std;
import xkey;

backend default {
    .host = "127.0.0.1"; # The application.
    .port = "8080";
}

acl purgers {
    "127.0.0.1"; # All nodes of the application.
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403));
        }
        if (req.http.xkey-purge) {
            set req.http.xkey-purged = xkey.purge(req.http.xkey-purge);
        } elseif (req.http.xkey-softpurge) {
            set req.http.xkey-purged = xkey.softpurge(req.http.xkey-softpurge);
        } elseif (req.http.xkey-purge-all) {
            if (!std.ban("obj.status != 0")) {
                return (synth(500, std.ban_error()));
            }
            set req.http.xkey-purged = "all";
        } else {
            return (synth(400));
        }
        return (synth(200));
    }
    unset req.http.xkey-purged;
}

sub vcl_synth {
    if (req.http.xkey-purged) {
        set resp.http.xkey-purged = req.http.xkey-purged;
    }
}

sub vcl_deliver {
    unset resp.http.xkey; # Tags may name people.
}
