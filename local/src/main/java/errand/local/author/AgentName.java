package errand.local.author;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The name of an agent, and what is called after it.
 *
 * @param text lower-case letters, digits and '-', beginning with a letter; it becomes part of topic
 *     names, a schema in PostgreSQL, a package and classes
 */
public record AgentName(String text) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int LONGEST = 40;

    /** Schemas that others have in the same database, and names that are spoken for. */
    private static final List<String> RESERVED =
            List.of("agent", "errand", "orchestrator", "planner", "public", "testkit", "runtime");

    /**
     * @throws IllegalArgumentException with a sentence for people, when it cannot be a name
     */
    public AgentName {
        if (!NAME.matcher(text).matches() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'%s' cannot name an agent: a name is at most %d lower-case letters, digits and '-', starting with a letter, such as flower-shop."
                            .formatted(text, LONGEST));
        }
        if (SourceVersion.isKeyword(packageOf(text))) {
            throw new IllegalArgumentException(
                    "'%s' is a word of Java and cannot name a package. Choose another, such as %s-shop."
                            .formatted(text, text));
        }
        if (RESERVED.contains(text)) {
            throw new IllegalArgumentException(
                    "'%s' is a name that Errand uses itself. Choose another.".formatted(text));
        }
    }

    /** As folder, artifact, container and service: {@code agent-flower-shop}. */
    public String module() {
        return "agent-" + text;
    }

    /** As last part of a package: {@code flowershop}. */
    String packageName() {
        return packageOf(text);
    }

    /** As beginning of class names: {@code FlowerShop}. */
    String className() {
        return Arrays.stream(text.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static String packageOf(String text) {
        return text.replace("-", "");
    }
}
