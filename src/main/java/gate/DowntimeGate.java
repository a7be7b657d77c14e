package gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.Field;
import provider.Kind;

/** Puts the environment's hosts into a downtime before the first stack, so that nobody is called for what is planned. */
final class DowntimeGate implements Kind {
    private final Banner banner;
    private final Optional<Downtimes> downtimes;

    DowntimeGate(Banner banner, Optional<Downtimes> downtimes) {
        this.banner = banner;
        this.downtimes = downtimes;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("hosts", Field.Type.LIST, true, false, false),
                Field.text("length"),
                Field.text("comment"),
                Field.text("namespace"),
                Field.text("digest"));
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        return new Made("downtime", update("downtime", inputs));
    }

    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        return Unfinished.seen(banner, known);
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        downtimes.ifPresent(site -> site.begin(
                Hosts.of(inputs),
                Duration.parse(String.valueOf(inputs.get("length"))),
                String.valueOf(inputs.get("comment"))));
        return inputs;
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        downtimes.ifPresent(site -> site.end(Hosts.of(known)));
    }
}
