package cli;

import java.util.List;
import java.util.stream.Stream;
import stacks.CheckedFacility;

/**
 * How much an environment is.
 *
 * @param objects the objects that its stacks declare, those of other providers than Kubernetes' included
 * @param kinds the sorts of them; what is patched is of the kind that it is a part of
 */
record Inventory(int objects, int kinds) {
    static Inventory of(CheckedFacility checked) {
        List<String> types = Stream.concat(
                        checked.objects().stream().map(object -> object.object().getApiVersion() + " " + object.kind()),
                        checked.stacks().stream()
                                .flatMap(stack -> stack.resources().stream())
                                .map(resource -> resource.type()))
                .toList();
        return new Inventory(types.size(), (int) types.stream().distinct().count());
    }

    @Override
    public String toString() {
        return objects + " objects of " + kinds + " kinds";
    }
}
