package errand.orchestrator.web;

import errand.orchestrator.web.stream.History;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error that leaves this service, as problem details. */
@RestController
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    static ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Problem.Refusal refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> on(History.Unavailable unavailable) {
        return answer(Problem.unavailable(String.valueOf(unavailable.getMessage())));
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> onDatabaseAway(Exception away) {
        log.warn("The database did not answer: {}", away.toString());
        return answer(Problem.unavailable("The database does not answer; try again."));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(DataAccessException failed) {
        log.error("The database did not do it", failed);
        return answer(Problem.unavailable("The database did not do it; the log says why."));
    }

    @ExceptionHandler
    ResponseEntity<Object> onAnything(Exception unexpected) {
        log.error("A request failed", unexpected);
        return answer(unexpected());
    }

    private static Problem unexpected() {
        return Problem.of(
                500,
                "unexpected",
                "Something went wrong",
                "This should not have happened; the service's log says more.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failed,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (failed instanceof HttpMediaTypeNotAcceptableException) {
            return ResponseEntity.status(status).headers(headers).build();
        }
        ResponseEntity<Object> answer = answer(problem(failed, status));
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(answer.getHeaders().getContentType());
        return ResponseEntity.status(status).headers(all).body(answer.getBody());
    }

    private static Problem problem(Exception failed, HttpStatusCode status) {
        if (failed instanceof NoResourceFoundException unknown) {
            return unknownPath("/" + unknown.getResourcePath().replaceFirst("^/", ""));
        }
        return of(status.value(), String.valueOf(failed.getMessage()));
    }

    private static Problem unknownPath(String path) {
        return Problem.of(
                404,
                "not-found",
                "There is no such thing",
                "There is nothing at '%s' in this version; docs/reference/http.md lists what there is."
                        .formatted(path));
    }

    private static Problem of(int status, String detail) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return Problem.of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail);
    }

    /** What failed before or after a controller had it. */
    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        int code = status instanceof Integer number ? number : 404;
        if (code == 404) {
            return answer(unknownPath(path == null ? request.getRequestURI() : path.toString()));
        }
        return answer(
                code >= 500
                        ? unexpected()
                        : of(code, message == null ? "Refused." : message.toString()));
    }
}
