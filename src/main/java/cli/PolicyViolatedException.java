package cli;

import java.util.List;
import java.util.stream.Collectors;
import policy.Judged.Judgement;

/** The declaration breaks rules that are mandatory: all of them, a line each. */
final class PolicyViolatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyViolatedException(String environment, List<Judgement> violations) {
        super(violations.stream()
                .map(PolicyText::line)
                .collect(Collectors.joining("\n", environment + ": policies forbid this; nothing was changed\n", "")));
    }
}
