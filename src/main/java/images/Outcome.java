package images;

import java.util.Locale;

/** What came of asking for an image. */
public enum Outcome {
    /** It is there, and this program may have it. */
    FOUND,
    /** Its registry says that there is none of that name. */
    MISSING,
    /** Its registry wants a sign-in that it did not get. */
    REFUSED,
    /** Nobody could be asked: no answer, a certificate that is not trusted, or an answer that says nothing of it. */
    UNREACHABLE;

    /** As output and JSON write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
