package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list, page by page. Only the number of the next page is taken from the headers: an address in them may be another
 * host's, and the token is not for that.
 */
final class Pages {
    /** The most that both hosts give at once. */
    private static final int SIZE = 100;

    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]page=([0-9]+)[^>]*>\\s*;\\s*rel=\"next\"");

    private final Rest rest;
    private final String path;
    private JsonNode items;
    private int following = 1;

    Pages(Rest rest, String path) {
        this.rest = rest;
        this.path = path;
    }

    boolean next() {
        if (following == 0) {
            return false;
        }
        int page = following;
        Answer answer = rest.get(path + "?per_page=" + SIZE + "&page=" + page);
        if (!answer.body().isArray()) {
            throw PostingException.answered(
                    answer.status(), "GET " + path + ": no list came; the address of the API may be a page for people");
        }
        items = answer.body();
        following = after(answer).filter(next -> next > page).orElse(0);
        return true;
    }

    Iterable<JsonNode> items() {
        return items;
    }

    /** GitLab's pages may be short before the last, for what one may not see is left out of them. */
    private Optional<Integer> after(Answer answer) {
        List<String> plain = answer.headers().allValues("X-Next-Page");
        if (!plain.isEmpty()) {
            return plain.stream()
                    .filter(page -> page.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .findFirst();
        }
        var link = NEXT.matcher(String.join(", ", answer.headers().allValues("Link")));
        return link.find() ? Optional.of(Integer.valueOf(link.group(1))) : Optional.empty();
    }
}
