package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PageTest {

    @Test
    void needs_nothing_but_itself_and_shows_plots_and_figures() throws Exception {
        String html = new Page(ResultTest.result(1_000, 2_000), null).html();

        assertThat(html)
                .doesNotContain("<script", "http:", "https:", "src=", "@import", "url(")
                .contains("errand MAX 100", "1500", "plans/s", "medians of 2 runs")
                .contains("Against the raw bound of this run");
        assertThat(html.split("<polyline", -1)).hasSize(2);
        var plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html);
        assertThat(plots.results().toList())
                .hasSize(2)
                .allSatisfy(
                        plot ->
                                assertThat(
                                                DocumentBuilderFactory.newInstance()
                                                        .newDocumentBuilder()
                                                        .parse(
                                                                new InputSource(
                                                                        new StringReader(
                                                                                plot.group()))))
                                        .isNotNull());
    }

    @Test
    void what_is_told_is_text_not_markup_and_void_is_shown() {
        var result =
                new Result(
                        "plans",
                        Instant.EPOCH,
                        new Machine(2, 0, "", ""),
                        1,
                        Map.of("plan", "a <b> & \"c\""),
                        List.of(),
                        List.of(),
                        List.of(),
                        "5 < 8",
                        null);

        assertThat(new Page(result, null).html())
                .contains("a &lt;b&gt; &amp; &quot;c&quot;")
                .contains("<b>Void.</b> 5 &lt; 8");
    }

    @Test
    void each_further_nine_of_a_percentile_is_as_wide_as_the_one_before() {
        double nine = LatencyPlot.x(99) - LatencyPlot.x(90);

        assertThat(LatencyPlot.x(90) - LatencyPlot.x(0))
                .isCloseTo(nine, org.assertj.core.data.Offset.offset(0.1));
        assertThat(LatencyPlot.x(99.9) - LatencyPlot.x(99))
                .isCloseTo(nine, org.assertj.core.data.Offset.offset(0.1));
        assertThat(LatencyPlot.x(100))
                .isCloseTo(LatencyPlot.x(99.99), org.assertj.core.data.Offset.offset(0.1));
    }
}
