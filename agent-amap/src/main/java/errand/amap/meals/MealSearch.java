package errand.amap.meals;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For whom a meal is wanted. */
public record MealSearch(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("Day of the meal, YYYY-MM-DD; it is in the evening") LocalDate date,
        @Describe("How many people eat") int people,
        @Describe("At most this for one person (人均)") @Nullable Money budgetPerPerson) {}
