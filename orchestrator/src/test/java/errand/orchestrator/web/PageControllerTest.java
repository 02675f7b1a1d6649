package errand.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageControllerTest {

    private final PageController page = new PageController();

    private String text(String name) throws Exception {
        byte[] body = Objects.requireNonNull(page.file(name).getBody());
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void every_file_that_the_page_names_is_there() throws Exception {
        Pattern named = Pattern.compile("/page/([a-z-]+\\.[a-z]+)|from '\\./([a-z-]+\\.js)'");
        List<String> modules = List.of("index.html", "app.js", "words.js", "show-plan.js");
        for (String module : modules) {
            named.matcher(text(module))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(
                            name ->
                                    assertThat(named(name))
                                            .as("%s, named by %s", name, module)
                                            .isEqualTo(200));
        }
    }

    private int named(String name) {
        try {
            return page.file(name).getStatusCode().value();
        } catch (Exception refused) {
            return 404;
        }
    }

    @Test
    void scripts_run_from_here_only_and_a_changed_file_is_asked_for_again() throws Exception {
        var headers = page.page().getHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.getCacheControl()).isEqualTo("no-cache");
        assertThat(headers.getETag()).isNotEqualTo(page.file("app.js").getHeaders().getETag());
        assertThat(Objects.toString(page.file("app.js").getHeaders().getContentType()))
                .isEqualTo("text/javascript;charset=UTF-8");
    }

    @Test
    void what_is_no_file_of_the_page_is_not_there() {
        for (String name :
                List.of("../../orchestrator.yml", "package.json", "nothing.js", "App.js")) {
            assertThatThrownBy(() -> page.file(name))
                    .isInstanceOf(Problem.Refusal.class)
                    .hasMessage("There is no file '/page/" + name + "'.");
        }
    }

    @Test
    void nothing_of_the_page_makes_markup_of_text() throws Exception {
        for (String name :
                List.of("app.js", "dom.js", "show-card.js", "show-plan.js", "show-talk.js")) {
            assertThat(text(name)).doesNotContain("innerHTML").doesNotContain("insertAdjacentHTML");
        }
    }
}
