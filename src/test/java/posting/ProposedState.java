package posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The merge requests that a test's host holds: one open one at most from a branch into another, of branches that it has. */
final class ProposedState {
    /** A merge request, or pull request. */
    static final class Request {
        final int number;
        final String branch;
        final String target;
        String title;
        String text;
        boolean open = true;

        Request(int number, String branch, String target, String title, String text) {
            this.number = number;
            this.branch = branch;
            this.target = target;
            this.title = title;
            this.text = text;
        }
    }

    final List<Request> all = new ArrayList<>();
    final Set<String> branches = new java.util.TreeSet<>(Set.of("main"));
    private int made = 10;

    /** Whether a branch was pushed. */
    Predicate<String> pushed = branches::contains;

    Optional<Request> open(String branch, String target) {
        return all.stream()
                .filter(each -> each.open && each.branch.equals(branch) && each.target.equals(target))
                .findFirst();
    }

    Optional<Request> numbered(String number) {
        return all.stream().filter(each -> number.equals("" + each.number)).findFirst();
    }

    Request add(String branch, String target, String title, String text) {
        made++;
        var request = new Request(made, branch, target, title, text);
        all.add(request);
        return request;
    }

    /** What a query's field is, decoded by the server; the others are those of the host. */
    static Map<String, String> fields(String query) {
        var fields = new LinkedHashMap<String, String>();
        for (String each : query.split("&")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                fields.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        return fields;
    }
}
