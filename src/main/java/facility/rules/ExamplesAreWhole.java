package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Nearest;
import facility.Problems;
import facility.Quantity;
import facility.StorageClass;
import facility.hub.ExampleRepository;
import facility.hub.Examples;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Examples are of a declared collaboration and of one exact commit, and the volume for them fits beside the homes. */
final class ExamplesAreWhole implements Rule {
    private static final String PATH = "hub.examples.";

    /** A branch moves, and a short commit may come to mean two. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    @Override
    public void check(Facility facility, Problems problems) {
        facility.hub().examples().ifPresent(examples -> {
            Networks.check(PATH + "networks", "the repositories' host", examples.networks(), problems);
            if (!CronSchedule.isOne(examples.schedule())) {
                problems.add(
                        PATH + "schedule",
                        "is no schedule",
                        "\"" + examples.schedule() + "\"",
                        "minute, hour, day, month and day of the week in numbers, such as \"4-59/15 * * * *\"",
                        "correct it");
            }
            volume(facility, examples, problems);
            examples.repositories().forEach(each -> repository(facility, each, problems));
        });
    }

    private static void repository(Facility facility, ExampleRepository each, Problems problems) {
        String path = PATH + "repositories[" + each.name() + "]";
        var known = facility.catalogue().collaborations().stream()
                .map(Collaboration::name)
                .toList();
        if (!known.contains(each.name())) {
            String hint = Nearest.hint(each.name(), known);
            problems.add(
                    path,
                    "is no declared collaboration",
                    "\"" + each.name() + "\"",
                    "declared are " + String.join(", ", known),
                    hint.isEmpty() ? "use one of these" : hint);
        }
        address(path + ".repository", each.repository(), problems);
        if (!COMMIT.matcher(each.commit()).matches()) {
            problems.add(
                    path + ".commit",
                    "is no full commit",
                    "\"" + each.commit() + "\"",
                    "40 hexadecimal digits; a branch or a tag moves",
                    "write what git rev-parse prints for it");
        }
    }

    /** Does not quote an address with a user in it: what stands there may be a token. */
    private static void address(String path, String url, Problems problems) {
        try {
            var uri = new URI(url);
            if (uri.getRawUserInfo() != null) {
                problems.add(
                        path,
                        "holds a user or a token",
                        "",
                        "https://host/path, readable by everybody who sees the examples",
                        "take it out, and take the token back where it was given");
                return;
            }
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && DnsName.isHost(uri.getHost())
                    && uri.getPort() < 0
                    && uri.getPath().length() > 1
                    && uri.getRawQuery() == null) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // Reported below, like every other that is none.
        }
        problems.add(path, "is no https address", "\"" + url + "\"", "https://host/path", "correct it");
    }

    private static void volume(Facility facility, Examples examples, Problems problems) {
        String path = PATH + "storageClass";
        var known = facility.storage().classes().stream()
                .filter(offered -> offered.kind() == StorageClass.Kind.CEPHFS)
                .map(StorageClass::name)
                .toList();
        if (!known.contains(examples.storageClass())) {
            String hint = Nearest.hint(examples.storageClass(), known);
            problems.add(
                    path,
                    "is no class that many servers mount at once",
                    "\"" + examples.storageClass() + "\"",
                    known.isEmpty() ? "of kind cephfs there is none" : "of kind cephfs are " + String.join(", ", known),
                    hint.isEmpty() ? "use one of these" : hint);
        }
        if (examples.size().isZero() || examples.size().isNegative()) {
            problems.add(
                    PATH + "size", "is no amount", examples.size().toString(), "more than 0", "write the volume's");
        } else {
            room(facility, examples, problems);
        }
    }

    /** What the quota has beyond the homes of all accounts; a quota that is too small for these is another rule's. */
    private static void room(Facility facility, Examples examples, Problems problems) {
        var hub = facility.hub();
        facility.namespace(hub.namespace()).ifPresent(namespace -> {
            Quantity quota = namespace.quota().storage().getOrDefault(examples.storageClass(), Quantity.ZERO);
            Quantity homes = hub.homes().storageClass().equals(examples.storageClass())
                    ? hub.homes().size().times(hub.users().accounts())
                    : Quantity.ZERO;
            if (homes.compareTo(quota) <= 0 && homes.plus(examples.size()).compareTo(quota) > 0) {
                problems.add(
                        PATH + "size",
                        "has no room in the quota",
                        examples.size().toString(),
                        "quota.storage[" + examples.storageClass() + "] is " + quota + ", of which the homes take "
                                + homes,
                        "lower it, or raise the quota of " + namespace.name());
            }
        });
    }
}
