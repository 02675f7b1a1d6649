package errand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerMainTest {

    @Test
    void settings_stand_between_blanks_and_the_last_of_a_key_counts() {
        var words = BrokerMain.words("  log.flush.interval.messages=1   num.io.threads=4 ");

        assertThat(words).hasSize(2);
        assertThat(BrokerMain.settings(words))
                .isEqualTo(Map.of("log.flush.interval.messages", "1", "num.io.threads", "4"));
        assertThat(BrokerMain.settings(List.of("a=1", "a=2=3"))).isEqualTo(Map.of("a", "2=3"));
        assertThat(BrokerMain.words(null)).isEmpty();
        assertThat(BrokerMain.words(" ")).isEmpty();
    }

    @Test
    void what_is_no_setting_is_refused() {
        assertThatThrownBy(() -> BrokerMain.settings(List.of("flush")))
                .hasMessage("'flush' is no broker setting: it must read key=value");
        assertThatThrownBy(() -> BrokerMain.settings(List.of("=1")))
                .hasMessageContaining("must read key=value");
    }
}
