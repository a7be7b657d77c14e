package facility;

import static java.util.Objects.requireNonNull;

/** A flavour that the hub offers, with its collaboration. */
public record Offered(Collaboration collaboration, Flavour flavour) {
    public Offered {
        requireNonNull(collaboration, "collaboration is null");
        requireNonNull(flavour, "flavour is null");
    }

    /** As a declaration names it: {@code fermi/rescue}. */
    public String name() {
        return collaboration.name() + "/" + flavour.name();
    }
}
