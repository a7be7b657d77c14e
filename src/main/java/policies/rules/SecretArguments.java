package policies.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import policy.Node;

/** Secrets among a container's words, which everybody on its node reads in the process list. */
final class SecretArguments {
    private static final Pattern NAME =
            Pattern.compile("(?i)--?(?:[\\w.]*[.-])?(?:password|passwd|passphrase|secret|token|api-?key)");
    private static final Pattern BOTH = Pattern.compile("(" + NAME.pattern() + ")=(.+)");

    private SecretArguments() {}

    record Argument(String name, String value) {}

    /** {@code --password=value}, and {@code --password value} in two words. */
    static Stream<Argument> of(Node container) {
        return Stream.of("command", "args").flatMap(key -> in(container.at(key).texts()).stream());
    }

    private static List<Argument> in(List<String> words) {
        var found = new ArrayList<Argument>();
        for (int i = 0; i < words.size(); i++) {
            var both = BOTH.matcher(words.get(i));
            if (both.matches()) {
                found.add(new Argument(both.group(1), both.group(2)));
            } else if (NAME.matcher(words.get(i)).matches()
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("-")) {
                found.add(new Argument(words.get(i), words.get(i + 1)));
            }
        }
        return found;
    }
}
