package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Nearest;
import facility.Offered;
import facility.Problems;
import facility.hub.SpawnCheck;
import java.util.List;
import java.util.regex.Pattern;

/** The check user is nobody, and starts something that the hub offers. That it fits node and quota is FlavoursCanRun's. */
final class SpawnCheckStartsSomething implements Rule {
    private static final String PATH = "hub.spawnCheck.";

    /** The same in the hub's addresses, in the names of pods and claims, and after JupyterHub normalised it. */
    private static final Pattern USER = Pattern.compile("[a-z]([a-z0-9-]{0,28}[a-z0-9])?");

    @Override
    public void check(Facility facility, Problems problems) {
        facility.hub().spawnCheck().ifPresent(check -> {
            user(facility, check.user(), problems);
            environment(facility, check, problems);
        });
    }

    private static void user(Facility facility, String user, Problems problems) {
        if (!USER.matcher(user).matches()) {
            problems.add(
                    PATH + "user",
                    "is no name for the check user",
                    "\"" + user + "\"",
                    "at most 30 of a-z, 0-9 and -, from a letter to a letter or a digit",
                    "write one that is nobody's, such as facility-health");
        }
        if (facility.hub().signIn().administrators().contains(user)) {
            problems.add(
                    PATH + "user",
                    "is an administrator of the hub",
                    "\"" + user + "\"",
                    "an account of nobody's, without rights",
                    "write one that is nobody's, such as facility-health");
        }
        if (facility.groups().stream().map(Named::name).anyMatch(user::equals)) {
            problems.add(
                    PATH + "user",
                    "is the name of a group",
                    "\"" + user + "\"",
                    "a name of its own: the hub keeps the check user in a group of that name, which the registry leaves be",
                    "write another");
        }
    }

    private static void environment(Facility facility, SpawnCheck check, Problems problems) {
        List<String> offered =
                facility.catalogue().entries().stream().map(Offered::name).toList();
        if (offered.isEmpty()) {
            problems.add(
                    "hub.spawnCheck",
                    "has nothing to start",
                    "",
                    "at least one flavour that is offered",
                    "offer one, or set hub.spawnCheck to null");
        } else {
            check.environment().filter(name -> !offered.contains(name)).ifPresent(name -> {
                String hint = Nearest.hint(name, offered);
                problems.add(
                        PATH + "environment",
                        "is nothing that the hub offers",
                        "\"" + name + "\"",
                        "collaboration/flavour of: " + String.join(", ", offered),
                        hint.isEmpty() ? "use one of these, or leave it out for the smallest" : hint);
            });
        }
    }
}
