package config;

import com.fasterxml.jackson.core.JsonProcessingException;
import facility.Location;
import facility.Problem;
import java.util.List;

/** Turns a parser's complaint, which quotes the file over many lines, into one line. */
final class BrokenYaml {
    private BrokenYaml() {}

    static Problem problem(String file, JsonProcessingException broken) {
        int line = broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
        return Problem.of(
                        "",
                        "is no YAML",
                        reason(broken.getOriginalMessage()),
                        "keys and values with spaces for indentation",
                        "correct this line or one beside it")
                .at(new Location(file, line));
    }

    /** The parser writes what it did, where, what is wrong, where: the last line that quotes nothing says most. */
    private static String reason(String message) {
        List<String> said = message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .toList();
        return said.isEmpty()
                ? "the parser gave no reason"
                : said.get(said.size() - 1).strip();
    }
}
