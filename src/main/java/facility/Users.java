package facility;

/**
 * How many people a hub is planned for: what capacity is judged by.
 *
 * @param accounts people with a home
 * @param atOnce servers that run at the same time
 */
public record Users(int accounts, int atOnce) {}
