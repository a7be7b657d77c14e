package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.binder.Registry;
import java.util.regex.Pattern;

/** Images get names that a registry takes. */
final class BinderRegistryIsNamed implements Rule {
    /** A path as the distribution specification has it; its last part may end in a dash, for BinderHub goes on there. */
    private static final Pattern PREFIX =
            Pattern.compile("([a-z0-9]+([._-]+[a-z0-9]+)*/)*[a-z0-9]+([._-]+[a-z0-9]+)*[-/]");

    private static final Pattern PORT = Pattern.compile(":[1-9][0-9]{1,4}");

    @Override
    public void check(Facility facility, Problems problems) {
        Registry registry = facility.binder().registry();
        int colon = registry.host().indexOf(':');
        String name = colon < 0 ? registry.host() : registry.host().substring(0, colon);
        boolean port =
                colon < 0 || PORT.matcher(registry.host().substring(colon)).matches();
        if (!DnsName.isHost(name) || !port) {
            problems.add(
                    "binder.registry.host",
                    "is no registry",
                    "\"" + registry.host() + "\"",
                    "a DNS name, with a port if it is not 443",
                    registry.host().contains("://") ? "remove the scheme" : "correct it");
        }
        if (!PREFIX.matcher(registry.imagePrefix()).matches()) {
            problems.add(
                    "binder.registry.imagePrefix",
                    "is no beginning of an image's name",
                    "\"" + registry.imagePrefix() + "\"",
                    "a path in lower case that ends in \"-\" or \"/\", such as eaf/binder-",
                    "correct it");
        }
    }
}
