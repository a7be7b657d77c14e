package checkmk.provider;

import checkmk.rest.Activation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;
import provider.Kind;

/**
 * The activation of everything that its digest was made from, once, after all of it. What the server still has pending
 * of ours makes its digest another one, so that the next run activates what a failed one left behind.
 */
final class ActivationKind implements Kind {
    private static final String FOREIGN = "forceForeignChanges";

    private final Activation activation;

    ActivationKind(Activation activation) {
        this.activation = activation;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("digest"),
                Field.truth(FOREIGN),
                // A changed secret has to be activated as well; no digest of it may stand in the open.
                Field.text("covered").asSecret().optional());
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        return new Made("activation", update("activation", inputs));
    }

    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        var pending = activation.pending();
        if (pending.isEmpty()) {
            return Optional.of(known);
        }
        var outputs = new TreeMap<>(known);
        outputs.put("digest", "pending: " + String.join("; ", pending));
        return Optional.of(outputs);
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        activation.run(Boolean.TRUE.equals(inputs.get(FOREIGN)));
        return inputs;
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        // Nothing to take back: what is removed with it activates itself.
    }
}
