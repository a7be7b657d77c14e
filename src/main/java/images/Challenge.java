package images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a server asks for with 401, of the header {@code WWW-Authenticate}.
 *
 * @param scheme in lower case: {@code bearer}
 * @param parameters their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    // RFC 9110, 11.6.1: schemes and their parameters, all between commas.
    private static final Pattern PART = Pattern.compile(
            "\\G[\\s,]*(?:([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))|([\\w-]+)(?=[\\s,]|$))");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    static List<Challenge> parse(List<String> headers) {
        var challenges = new ArrayList<Challenge>();
        for (String header : headers) {
            var part = PART.matcher(header);
            String scheme = "";
            var parameters = new LinkedHashMap<String, String>();
            while (part.find()) {
                if (part.group(4) != null) {
                    add(challenges, scheme, parameters);
                    scheme = part.group(4).toLowerCase(Locale.ROOT);
                    parameters.clear();
                } else {
                    String value = part.group(2) == null
                            ? part.group(3)
                            : part.group(2).replaceAll("\\\\(.)", "$1");
                    parameters.put(part.group(1).toLowerCase(Locale.ROOT), value);
                }
            }
            add(challenges, scheme, parameters);
        }
        return List.copyOf(challenges);
    }

    private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
        if (!scheme.isEmpty()) {
            challenges.add(new Challenge(scheme, parameters));
        }
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
