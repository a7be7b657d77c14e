package policy;

import java.util.List;

/** A rule on all resources of a run together, asked after the last of them. */
public non-sealed interface StackRule extends Rule {
    void check(List<Resource> resources, Given given, Findings findings);
}
