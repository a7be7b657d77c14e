package posting;

import java.util.List;

/** The job's variables do not say where to post: all their faults, a line each. */
public final class HostSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    HostSettingsException(List<String> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .collect(java.util.stream.Collectors.joining("\n", "nothing was posted\n", "")));
        this.faults = List.copyOf(faults);
    }

    /** {@code NAME: what; what is allowed; how to mend it}. */
    public List<String> faults() {
        return faults;
    }
}
