package errand.alipay.live;

import errand.alipay.live.Notices.Verdict;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Alipay tells about payments. It tells again, for a day, until it is answered {@code
 * success}; so that is said only once it is stored.
 */
@RestController
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "live")
class NotifyEndpoint {

    private final Notices notices;

    NotifyEndpoint(Notices notices) {
        this.notices = notices;
    }

    @PostMapping(
            path = "/alipay/notify",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> told(@RequestParam Map<String, String> fields) {
        Verdict verdict = notices.take(fields);
        return switch (verdict) {
            case KEPT -> ResponseEntity.ok("success");
            case FORGED -> ResponseEntity.status(HttpStatus.BAD_REQUEST).body("failure");
            case UNKNOWN -> ResponseEntity.ok("failure");
        };
    }
}
