package gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.Field;
import provider.Kind;

/** Tells the console's users, before the first stack, that an environment is being changed. */
final class AnnouncementGate implements Kind {
    private final Banner banner;

    AnnouncementGate(Banner banner) {
        this.banner = banner;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("text"), Field.text("namespace"), Field.text("digest"));
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        return new Made("announcement", update("announcement", inputs));
    }

    /** After a run that did not come to its end, another digest: the next run announces itself again. */
    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        return Unfinished.seen(banner, known);
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        banner.raise(String.valueOf(inputs.get("text")));
        banner.begin(String.valueOf(inputs.get("namespace")), String.valueOf(inputs.get("digest")));
        return inputs;
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        banner.lower();
        banner.end(String.valueOf(known.get("namespace")));
    }
}
