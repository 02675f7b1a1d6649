package errand.orchestrator.planner.model;

import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import errand.orchestrator.planner.model.ModelAway.Why;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;

/**
 * Any server that speaks OpenAI's chat completions, through Spring AI. Made by hand: no
 * auto-configuration, so that services on the same class path know nothing of it.
 */
final class OpenAiModel implements Model {

    private static final Logger log = LoggerFactory.getLogger(OpenAiModel.class);

    private final ModelSettings settings;
    private final String schema;
    private final OpenAiChatModel chat;
    private volatile ModelSettings.Json json;

    /**
     * @param schema JSON Schema of a reply, for models that take one
     */
    OpenAiModel(ModelSettings settings, String schema) {
        this.settings = settings;
        this.schema = schema;
        this.json = settings.json();
        this.chat = OpenAiChatModel.builder().options(options(ModelSettings.Json.PROMPT)).build();
    }

    /** Retries nothing by itself: the time is better spent on rules. */
    private OpenAiChatOptions options(ModelSettings.Json how) {
        var options = OpenAiChatOptions.builder();
        options.baseUrl(Objects.requireNonNull(settings.url()));
        options.apiKey(settings.key() == null ? "" : settings.key());
        options.model(Objects.requireNonNull(settings.name()));
        options.timeout(settings.timeout());
        options.maxRetries(0);
        if (settings.maxTokens() > 0) {
            options.maxTokens(settings.maxTokens());
        }
        ResponseFormat format = format(how);
        if (format != null) {
            options.responseFormat(format);
        }
        return options.build();
    }

    private @Nullable ResponseFormat format(ModelSettings.Json how) {
        return switch (how) {
            case PROMPT -> null;
            case OBJECT -> ResponseFormat.builder().type(ResponseFormat.Type.JSON_OBJECT).build();
            case SCHEMA ->
                    ResponseFormat.builder()
                            .type(ResponseFormat.Type.JSON_SCHEMA)
                            .jsonSchema(schema)
                            .strict(false)
                            .build();
        };
    }

    @Override
    public Reply ask(List<Line> lines, Duration within) throws ModelAway, InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        ModelSettings.Json how = json;
        try {
            return call(lines, how, within);
        } catch (OpenAIServiceException refused) {
            if (how == ModelSettings.Json.PROMPT || !complainsOfFormat(refused)) {
                throw away(refused);
            }
            log.warn("The model takes no response_format; JSON is asked for in words from now on.");
            json = ModelSettings.Json.PROMPT;
        }
        Duration left = Duration.ofNanos(until - System.nanoTime());
        try {
            return call(lines, ModelSettings.Json.PROMPT, left);
        } catch (OpenAIServiceException refused) {
            throw away(refused);
        }
    }

    private static boolean complainsOfFormat(OpenAIServiceException refused) {
        String body = refused.body().toString().toLowerCase(Locale.ROOT);
        return refused.statusCode() == 400
                && (body.contains("response_format") || body.contains("json_schema"));
    }

    /** On a thread of its own, so that a server which sends a byte a second is left as well. */
    private Reply call(List<Line> lines, ModelSettings.Json how, Duration within)
            throws ModelAway, InterruptedException {
        Prompt prompt = new Prompt(lines.stream().map(OpenAiModel::message).toList(), options(how));
        FutureTask<ChatResponse> task = new FutureTask<>(() -> chat.call(prompt));
        Thread.ofVirtual().name("model-call").start(task);
        Duration wait = within.compareTo(settings.timeout()) < 0 ? within : settings.timeout();
        try {
            return reply(task.get(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            throw new ModelAway(Why.TIMEOUT, "no reply within %d ms".formatted(wait.toMillis()));
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static Message message(Line line) {
        return switch (line.role()) {
            case SYSTEM -> new SystemMessage(line.text());
            case USER -> new UserMessage(line.text());
            case ASSISTANT -> new AssistantMessage(line.text());
        };
    }

    private static Reply reply(@Nullable ChatResponse response) throws ModelAway {
        String text =
                response == null || response.getResult() == null
                        ? null
                        : response.getResult().getOutput().getText();
        if (response == null || text == null || text.isBlank()) {
            throw new ModelAway(Why.GARBAGE, "an empty reply");
        }
        Usage usage = response.getMetadata().getUsage();
        return usage == null
                ? new Reply(text, 0, 0)
                : new Reply(
                        text, tokens(usage.getPromptTokens()), tokens(usage.getCompletionTokens()));
    }

    private static long tokens(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    /** The server's refusal stays as it is, for whoever knows what to do about it. */
    private static ModelAway failure(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OpenAIServiceException service -> throw service;
                case java.io.InterruptedIOException _ -> {
                    return new ModelAway(Why.TIMEOUT, "the connection timed out");
                }
                case java.net.ConnectException _, java.net.UnknownHostException _ -> {
                    return new ModelAway(Why.UNREACHABLE, cause.getClass().getSimpleName());
                }
                default -> {
                    // The reason lies deeper.
                }
            }
        }
        return failed instanceof OpenAIIoException
                ? new ModelAway(Why.UNREACHABLE, "the connection broke")
                : new ModelAway(
                        Why.GARBAGE,
                        failed == null ? "nothing" : failed.getClass().getSimpleName());
    }

    private static ModelAway away(OpenAIServiceException refused) {
        int status = refused.statusCode();
        Why why =
                switch (status) {
                    case 401, 403 -> Why.DENIED;
                    case 429 -> Why.OVERLOADED;
                    default ->
                            status >= 500 ? Why.BROKEN : status < 300 ? Why.GARBAGE : Why.REFUSED;
                };
        return new ModelAway(why, "HTTP status %d".formatted(status));
    }
}
