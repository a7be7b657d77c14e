package posting;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The merge requests, or pull requests, of a project: one for each branch that is to be merged. */
public abstract class Proposals {
    /** GitHub's word for "there is one already", and for whatever else is wrong with one. */
    private static final int UNPROCESSABLE = 422;

    private final Connection connection;
    private final Patience patience;

    Proposals(Connection connection, Patience patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** One that is open. */
    record Open(String number, Optional<URI> address) {}

    /**
     * Those of the project that CI's variables name; empty where there is no token to speak with.
     *
     * @throws HostSettingsException with every fault of the variables at once
     */
    public static Optional<Proposals> of(Map<String, String> environment) {
        return of(environment, new Patience(Host.PATIENCE, Clock.systemUTC(), Patience.SLEEPING));
    }

    static Optional<Proposals> of(Map<String, String> environment, Patience patience) {
        var variables = new Variables(environment);
        if (!variables.has(GitLabMergeRequests.TOKEN) && !variables.has(GitHubPullRequests.TOKEN)) {
            return Optional.empty();
        }
        return Optional.of(
                variables.isGitLab()
                        ? GitLabMergeRequests.of(variables, patience)
                        : GitHubPullRequests.of(variables, patience));
    }

    /** Who it is, for messages. */
    public String name() {
        return connection.name();
    }

    /**
     * Opens one, or gives the one that is open the new title and text.
     *
     * @throws PostingException when the host did not take it
     */
    public Posted propose(Proposal wanted) {
        var rest = new Rest(connection, patience.begin());
        boolean refused = false;
        while (true) {
            Optional<Open> open = find(rest, wanted);
            if (open.isPresent()) {
                edit(rest, open.get(), wanted);
                return new Posted(Posted.Change.EDITED, open.get().address());
            }
            try {
                Optional<Open> made = create(rest, wanted);
                if (made.isPresent()) {
                    return new Posted(Posted.Change.CREATED, made.get().address());
                }
            } catch (PostingException wrong) {
                if (refused || wrong.status() != UNPROCESSABLE) {
                    throw wrong;
                }
                // Another run may have opened it since we looked; if none did, the next try says why.
                refused = true;
            }
        }
    }

    abstract Optional<Open> find(Rest rest, Proposal wanted);

    abstract void edit(Rest rest, Open open, Proposal wanted);

    /** Empty when the answer is lost, so that it may be there or not. */
    abstract Optional<Open> create(Rest rest, Proposal wanted);

    /** A page for people, as the host names it. */
    static Optional<URI> page(String url) {
        return Optional.of(url).filter(text -> text.matches("https?://[^\\s]+")).map(URI::create);
    }
}
