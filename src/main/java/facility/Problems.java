package facility;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects faults: each once, sorted by path. */
public final class Problems {
    private final SortedSet<Problem> all = new TreeSet<>();

    public void add(Problem problem) {
        all.add(problem);
    }

    public void add(String path, String what, String value, String allowed, String fix) {
        add(Problem.of(path, what, value, allowed, fix));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Problem> sorted() {
        return List.copyOf(all);
    }
}
