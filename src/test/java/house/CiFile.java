package house;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A pipeline's file as its host reads it, and the command lines of this product in it. */
public final class CiFile {
    private static final Pattern COMMAND = Pattern.compile("\\./facility( [^|&;>\\n]*)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path path;
    private final JsonNode content;

    private CiFile(Path path, JsonNode content) {
        this.path = path;
        this.content = content;
    }

    public static CiFile of(String path) {
        var yaml = new YAMLMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try {
            return new CiFile(Path.of(path), yaml.readTree(Files.readString(Path.of(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode content() {
        return content;
    }

    /** The jobs of either host's file, without what is only taken over by others. */
    public Map<String, JsonNode> jobs() {
        var jobs = new LinkedHashMap<String, JsonNode>();
        JsonNode among = content.has("jobs") ? content.path("jobs") : content;
        for (var entry : among.properties()) {
            if (entry.getValue().has("script") || entry.getValue().has("steps")) {
                jobs.put(entry.getKey(), entry.getValue());
            }
        }
        return jobs;
    }

    /** What a job gives to the shell, each piece as the shell gets it. */
    public static List<String> scripts(JsonNode job) {
        var scripts = new ArrayList<String>();
        if (job.has("script")) {
            var lines = new ArrayList<String>();
            job.path("script").forEach(line -> lines.add(line.asText()));
            scripts.add(String.join("\n", lines));
        }
        job.path("steps").forEach(step -> Stream.of(step.path("run").asText())
                .filter(run -> !run.isEmpty())
                .forEach(scripts::add));
        return scripts;
    }

    /** The words after {@code ./facility}, with the variables' values for one environment. */
    public static List<List<String>> commands(JsonNode job, String environment) {
        var commands = new ArrayList<List<String>>();
        for (String script : scripts(job)) {
            var found = COMMAND.matcher(script.replace("\\\n", " "));
            while (found.find()) {
                commands.add(words(found.group(), environment));
            }
        }
        return commands;
    }

    public static String filled(String text, String environment) {
        return text.replaceAll("\\$\\{?ENVIRONMENT}?", environment).replaceAll("\\$\\{?[A-Z_]+}?", "value");
    }

    private static List<String> words(String command, String environment) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(filled(command, environment));
        while (found.find()) {
            words.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return words.subList(1, words.size());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
