/** A sign-in form as a page of React has it: what a hospital's own team would write first. */
import { createElement as h, useState, type SyntheticEvent } from 'react';
import { createRoot } from 'react-dom/client';

const Field = ({ name, label, type }: { name: string; label: string; type: string }) => {
  const [value, setValue] = useState('');
  return h(
    'p',
    null,
    h('label', { htmlFor: name }, label),
    h('input', {
      id: name,
      name,
      type,
      value,
      required: true,
      onChange: (event) => {
        setValue(event.currentTarget.value);
      },
    }),
  );
};

const Form = () => {
  const [problem, setProblem] = useState('');
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(event.currentTarget)));
    const response = await fetch('/api/session', { method: 'POST', body });
    setProblem(response.ok ? '' : 'That did not work. Try again.');
  };
  return h(
    'form',
    { onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void send(event) },
    h('h2', null, 'Sign in'),
    h(Field, { name: 'username', label: 'Username', type: 'text' }),
    h(Field, { name: 'password', label: 'Password', type: 'password' }),
    problem && h('p', { role: 'alert' }, problem),
    h('button', { type: 'submit' }, 'Sign in'),
  );
};

const place = document.querySelector('#form');
if (place) createRoot(place).render(h(Form));
