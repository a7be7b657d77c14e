package facility;

/** A noun that the declaration keeps in a list and finds by its name; the name is unique in its list. */
public interface Named {
    /** As paths write it between brackets: {@code namespaces[jupyterhub]}. */
    String name();
}
