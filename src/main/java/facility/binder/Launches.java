package facility.binder;

/**
 * How many servers may run.
 *
 * @param perRepository servers of one repository at once
 * @param perRepositoryHigher the same for repositories that a provider lists under {@code higherQuota}
 * @param total servers in the hub's namespace at once, notebooks of the catalogue among them, because BinderHub counts
 *     them all: from this number on it launches nothing
 */
public record Launches(int perRepository, int perRepositoryHigher, int total) {}
