package stacks;

import java.util.List;
import kube.Declared;
import kube.ProvidedResource;
import policies.rules.DataIsProtected;
import policy.Leases;

/**
 * A stack whose data-bearing objects are protected but for those that a waiver names: a lease of {@code
 * data-is-protected}, with owner, reason and last day. One for everything is none.
 */
record Waived(Stack stack, Leases leases) implements Stack {
    @Override
    public String name() {
        return stack.name();
    }

    @Override
    public List<Declared> objects() {
        return stack.objects().stream()
                .map(object -> object.isProtected() && isWaived(object) ? object.unprotected() : object)
                .toList();
    }

    @Override
    public List<ProvidedResource> resources() {
        return stack.resources();
    }

    private boolean isWaived(Declared object) {
        return leases.naming(DataIsProtected.ID, object.kind() + " " + object.name())
                .isPresent();
    }
}
