package health;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * An object that a stack declares and that has to be there and work.
 *
 * @param namespace empty for a cluster-wide one
 * @param expects what it has to hold, by the JSON pointer of the field: {@code /spec/replicas} is {@code 2}
 */
public record Member(
        String stack, String apiVersion, String kind, String namespace, String name, Map<String, String> expects) {
    public Member {
        requireNonNull(stack, "stack is null");
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
        expects = new TreeMap<>(expects);
    }

    /** As people read it, the same for one object of one stack: {@code Deployment jupyterhub/hub}. */
    public String title() {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    /** All but the title in one line, as {@link #read} takes it: {@code apps/v1 /spec/replicas=2}. */
    public String written() {
        var line = new StringBuilder(apiVersion);
        expects.forEach(
                (pointer, value) -> line.append(' ').append(pointer).append('=').append(value));
        return line.toString();
    }

    /** The member that was written so. */
    public static Member read(String stack, String title, String written) {
        int space = title.indexOf(' ');
        String name = title.substring(space + 1);
        int slash = name.indexOf('/');
        String[] words = written.split(" ", -1);
        var expects = new TreeMap<String, String>();
        for (int i = 1; i < words.length; i++) {
            int sign = words[i].indexOf('=');
            expects.put(words[i].substring(0, sign), words[i].substring(sign + 1));
        }
        return new Member(
                stack,
                words[0],
                title.substring(0, space),
                slash < 0 ? "" : name.substring(0, slash),
                name.substring(slash + 1),
                expects);
    }
}
