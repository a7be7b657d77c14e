package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import facility.storage.DataDoor;
import facility.storage.DoorServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.regex.Pattern;

/** A data door leads to one declared area, and its server knows whom to let in. */
final class DataDoorsAreWhole implements Rule {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][-._A-Za-z0-9]{0,63}");

    @Override
    public void check(Facility facility, Problems problems) {
        for (DataDoor door : facility.storage().doors()) {
            String path = "storage.doors[" + door.name() + "]";
            area(facility, path + ".area", door.area(), problems);
            if (door.server() instanceof DoorServer.Webdav webdav) {
                account(path + ".server.account", webdav.account(), problems);
            } else if (door.server() instanceof DoorServer.Xrootd xrootd) {
                issuers(path + ".server.issuers", xrootd, problems);
            }
        }
    }

    private static void area(Facility facility, String path, String area, Problems problems) {
        var declared = facility.storage().nfsAreas().stream().map(Named::name).toList();
        if (!declared.contains(area)) {
            String hint = Nearest.hint(area, declared);
            problems.add(
                    path,
                    "is no declared area",
                    "\"" + area + "\"",
                    "declared are " + String.join(", ", declared),
                    hint.isEmpty() ? "add it under storage.nfsAreas" : hint);
        }
    }

    private static void account(String path, String account, Problems problems) {
        if (!ACCOUNT.matcher(account).matches()) {
            problems.add(
                    path,
                    "is no name of an account",
                    "\"" + account + "\"",
                    "1 to 64 letters, digits, \"-\", \".\" and \"_\": a colon would end the name in a sign-in header",
                    "rename it");
        }
    }

    private static void issuers(String path, DoorServer.Xrootd server, Problems problems) {
        if (server.issuers().isEmpty()) {
            problems.add(path, "is empty", "[]", "at least one issuer, or nobody gets in", "add one");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < server.issuers().size(); i++) {
            String issuer = server.issuers().get(i);
            String place = path + "[" + i + "]";
            if (!isIssuer(issuer)) {
                problems.add(
                        place,
                        "is no issuer of tokens",
                        "\"" + issuer + "\"",
                        "https://HOST or https://HOST/PATH, as the tokens write it in iss",
                        "correct the address");
            } else if (!seen.add(issuer)) {
                problems.add(place, "is there twice", "\"" + issuer + "\"", "each issuer once", "remove one of them");
            }
        }
    }

    /** As XRootD's configuration takes it on one line; keys of an issuer without TLS could be anybody's. */
    private static boolean isIssuer(String text) {
        try {
            var issuer = new URI(text);
            return "https".equals(issuer.getScheme())
                    && issuer.getHost() != null
                    && issuer.getUserInfo() == null
                    && issuer.getQuery() == null
                    && issuer.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
