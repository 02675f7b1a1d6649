package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Agreeing.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code --yes} agrees to. */
class AgreeingTest {

    @Test
    void cards_count_together_up_to_the_limit() {
        var agreeing = new Agreeing(true, 100L, null);
        assertThat(agreeing.to(card("k_1", 60, null))).isEqualTo(Word.YES);
        assertThat(agreeing.to(card("k_2", 41, null))).isEqualTo(Word.NO);
        assertThat(agreeing.to(card("k_3", 40, null))).isEqualTo(Word.YES);
    }

    @Test
    void a_card_takes_the_place_of_the_one_it_replaces() {
        var agreeing = new Agreeing(true, 100L, null);
        assertThat(agreeing.to(card("k_1", 90, null))).isEqualTo(Word.YES);
        assertThat(agreeing.to(card("k_2", 99, "k_1"))).isEqualTo(Word.YES);
        assertThat(agreeing.to(card("k_3", 2, null))).isEqualTo(Word.NO);
    }

    @Test
    void a_higher_price_wants_a_limit_and_a_lower_one_does_not() {
        var agreeing = new Agreeing(true, null, null);
        assertThat(agreeing.to(card("k_1", 90, null))).isEqualTo(Word.YES);
        assertThat(agreeing.to(card("k_2", 91, "k_1"))).isEqualTo(Word.NO);
        assertThat(agreeing.to(card("k_3", 80, "k_1"))).isEqualTo(Word.YES);
    }

    @Test
    void without_a_terminal_nobody_can_be_asked() {
        assertThat(new Agreeing(false, null, null).to(card("k_1", 1, null)))
                .isEqualTo(Word.NOBODY_TO_ASK);
    }

    private static JsonNode card(String id, long yuan, @Nullable String replaces) {
        var card = Json.MAPPER.createObjectNode().put("id", id).put("replaces", replaces);
        card.putObject("total").put("amount", yuan * 100).put("currency", "CNY");
        return card;
    }
}
