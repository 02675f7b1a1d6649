package errand.agent;

/**
 * JSON Schemas (2020-12) that a capability brings along, for businesses whose inputs and outputs
 * are known only when the agent runs. References must stay inside the schema ({@code #/…}).
 *
 * @param input of an object; whether other properties are allowed is the schema's own word
 * @param output of an object; quotes in it are marked {@code x-errand-type: quote}
 */
public record OwnSchemas(String input, String output) {}
