package gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.Field;
import provider.Kind;

/** After the last stack: takes the announcement back, ends the downtime, and notes that the run came to its end. */
final class LiftedGate implements Kind {
    private final Banner banner;
    private final Optional<Downtimes> downtimes;

    LiftedGate(Banner banner, Optional<Downtimes> downtimes) {
        this.banner = banner;
        this.downtimes = downtimes;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("hosts", Field.Type.LIST, true, false, false), Field.text("namespace"), Field.text("digest"));
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        return new Made("lifted", update("lifted", inputs));
    }

    /** A run that was announced again has to be lifted again, even if nothing else of it changed. */
    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        return Unfinished.seen(banner, known);
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        banner.lower();
        downtimes.ifPresent(site -> site.end(Hosts.of(inputs)));
        banner.end(String.valueOf(inputs.get("namespace")));
        return inputs;
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        // What it lifted stays lifted.
    }
}
