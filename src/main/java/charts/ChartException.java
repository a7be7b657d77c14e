package charts;

import facility.Problem;
import java.util.List;

/** A chart that cannot be had, or that does not take the values it is given: all faults. */
public final class ChartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ChartException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    ChartException(String path, String what, String value, String allowed, String fix) {
        this(List.of(Problem.of(path, what, value, allowed, fix)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
