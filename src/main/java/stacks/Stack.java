package stacks;

import java.util.List;
import kube.Declared;
import kube.ProvidedResource;

/**
 * One subsystem of the facility. A stack is pure: from its part of the declaration to Kubernetes objects, without
 * engine, cluster or output. {@link Registrar} is the second step, the same for all.
 */
public interface Stack {
    /** Its name: the engine's component {@code facility:stacks:<Name>} and the golden file. A public contract. */
    String name();

    /** What it declares, in a stable order. */
    List<Declared> objects();

    /** What it declares of other providers than Kubernetes', in a stable order. */
    default List<ProvidedResource> resources() {
        return List.of();
    }
}
