package stacks;

import java.util.List;
import kube.Declared;

/**
 * One subsystem of the facility. A stack is pure: from its part of the declaration to Kubernetes objects, without
 * engine, cluster or output. {@link Registrar} is the second step, the same for all.
 */
public interface Stack {
    /** Its name: the engine's component {@code facility:stacks:<Name>} and the golden file. A public contract. */
    String name();

    /** What it declares, in a stable order. */
    List<Declared> objects();
}
