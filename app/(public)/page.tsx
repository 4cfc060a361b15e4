import { Landing } from '@/components/shell/landing';

export default function FirstPage() {
  return <Landing />;
}
