package checkmk.provider;

import checkmk.rest.Activation;
import checkmk.rest.Answer;
import checkmk.rest.Client;
import checkmk.rest.RestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;
import provider.Kind;
import provider.Wire;

/** A part of the site's configuration: it becomes live by an activation, of which removals take care themselves. */
final class Configured implements Kind {
    private final String type;
    private final RestObject object;
    private final Client client;
    private final Activation activation;

    Configured(String type, RestObject object, Client client, Activation activation) {
        this.type = type;
        this.object = object;
        this.client = client;
        this.activation = activation;
    }

    @Override
    public List<Field> fields() {
        return object.fields();
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        var there = object.existing(client, inputs);
        if (there.isPresent()) {
            String id = there.get();
            if (!object.ours(object.inputs(id, client.get(object.path(id))), inputs)) {
                throw RestException.because(
                        type + " " + id + " exists on " + client.server()
                                + " with other values and is not taken over; import it: pulumi import " + type
                                + " NAME "
                                + id,
                        409);
            }
            return new Made(id, update(id, inputs));
        }
        String id = made(inputs);
        activation.changed();
        return new Made(id, outputs(id, inputs));
    }

    /** An answer that got lost says nothing: what was not there a moment ago and now is, is ours. */
    private String made(Map<String, Object> inputs) {
        try {
            return idOf(client.post(object.collection(), object.created(inputs)));
        } catch (RestException failure) {
            if (failure.status() != RestException.NO_ANSWER) {
                throw failure;
            }
            return object.existing(client, inputs).orElseThrow(() -> failure);
        }
    }

    private static String idOf(Answer answer) {
        return answer.body().path("id").asText().replace('~', '/');
    }

    private Map<String, Object> outputs(String id, Map<String, Object> inputs) {
        var outputs = new TreeMap<>(inputs);
        outputs.put(SERVED, served(client.get(object.path(id))));
        return outputs;
    }

    private static Map<String, Object> served(Answer answer) {
        var served = Wire.plain(answer.extensions());
        if (served.get("attributes") instanceof Map<?, ?> attributes) {
            // Who changed it when: not what it is.
            var declared = new TreeMap<Object, Object>(attributes);
            declared.remove("meta_data");
            served.put("attributes", declared);
        }
        return served;
    }

    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        return client.find(object.path(id)).map(shown -> {
            var served = served(shown);
            if (served.equals(known.get(SERVED))) {
                return known;
            }
            var outputs = new TreeMap<>(object.inputs(id, shown));
            fields().stream()
                    .filter(Field::secret)
                    .filter(field -> known.containsKey(field.name()))
                    .forEach(field -> outputs.put(field.name(), known.get(field.name())));
            outputs.put(SERVED, served);
            return outputs;
        });
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        object.beforeUpdate(client, id, client.get(object.path(id)), inputs);
        Answer now = client.get(object.path(id));
        client.change("PUT", object.path(id), Optional.of(object.updated(inputs)), now.version());
        activation.changed();
        return outputs(id, inputs);
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        var there = client.find(object.path(id));
        if (there.isPresent()) {
            try {
                client.change(
                        "DELETE", object.path(id), Optional.empty(), there.get().version());
            } catch (RestException failure) {
                // Gone by now, with its folder or by another hand: that is what was wanted.
                if (client.find(object.path(id)).isPresent()) {
                    throw failure;
                }
            }
        }
        // The engine removes last, after the one activation of the run.
        activation.upTo(activation.changed());
    }
}
