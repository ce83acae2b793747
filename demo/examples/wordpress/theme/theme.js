/* As themes are: jQuery goes over whatever stands in the page. */
jQuery(($) => {
  $('.entry-content p:empty').remove();
  $('input, textarea').addClass('form-control');
  $('a[href^="#"]').on('click', function () {
    $('html, body').animate({ scrollTop: $(this.hash).offset().top });
  });
  $('form').on('submit', function () {
    $(this).find(':submit').addClass('is-loading');
  });
  $(document).on('focus', 'input', (event) => $(event.target).parent().addClass('has-focus'));
});

/* The site's own: its header signs out, and the page is left then. */
jQuery(document)
  .on('click', '.sign-out', () => document.querySelector('portal-session').signOut())
  .on('portal-session-ended', () => location.assign('./index.html'));
