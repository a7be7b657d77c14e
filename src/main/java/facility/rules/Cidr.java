package facility.rules;

import java.util.regex.Pattern;

/** Networks as an IPv4 prefix, which is what NetworkPolicy takes on the facility's clusters. */
final class Cidr {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern SHAPE = Pattern.compile(OCTET + "(\\." + OCTET + "){3}/(3[0-2]|[12]?[0-9])");

    private Cidr() {}

    /** An address with a prefix length, no bit of the address beyond the prefix. */
    static boolean isNetwork(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        int slash = text.indexOf('/');
        long address = 0;
        for (String octet : text.substring(0, slash).split("\\.", -1)) {
            address = (address << 8) | Long.parseLong(octet);
        }
        int hostBits = 32 - Integer.parseInt(text.substring(slash + 1));
        return (address & ((1L << hostBits) - 1)) == 0;
    }

    /** Whether it is every address there is. */
    static boolean isEverything(String text) {
        return text.endsWith("/0");
    }
}
