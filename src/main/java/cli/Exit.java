package cli;

import config.FaultyDeclarationException;
import engine.EngineFailedException;
import java.util.Optional;
import policy.RuleFailedException;
import posting.HostSettingsException;
import posting.PostingException;
import target.NoClusterException;
import target.RefusedException;
import toolchain.ToolchainException;
import twin.TwinException;

/**
 * How a command ends; a public contract. Decided from events and faults, never from the engine's own exit code. When
 * several hold, the one that stands first here wins.
 */
public enum Exit {
    /** Wrong usage, or a faulty declaration: nothing was started. */
    USAGE(2),
    /** Refused for safety: identity, protection, lock. Nothing was changed. */
    REFUSED(4),
    /** A policy forbids it. */
    POLICY(3),
    /** Tried and failed. */
    FAILED(1),
    DONE(0);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** What a failure that a person can act on ends with; empty for a fault of ours. */
    static Optional<Exit> of(Exception failure) {
        if (failure instanceof RefusedException) {
            return Optional.of(REFUSED);
        }
        if (failure instanceof FaultyDeclarationException || failure instanceof HostSettingsException) {
            return Optional.of(USAGE);
        }
        if (failure instanceof PolicyViolatedException) {
            return Optional.of(POLICY);
        }
        boolean tried = failure instanceof ToolchainException
                || failure instanceof RuleFailedException
                || failure instanceof TwinException
                || failure instanceof NoClusterException
                || failure instanceof PostingException
                || failure instanceof PlanRefusedException
                || failure instanceof EngineFailedException;
        return tried ? Optional.of(FAILED) : Optional.empty();
    }

    Exit or(Exit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
